# Several songs, words alone, and a second song
song-none-title = From words alone
songs-count = { $n ->
    [one] 1 song
   *[other] { $n } songs
}
songs-title = { $n ->
    [one] <b>1 song</b>
   *[other] <b>{ $n } songs</b>
}
songs-item = – { $title }
songs-more = and { $n } more
reference-ask = <b>{ $name }</b> makes your song sound like another one. Now send me that other song.
create-ask = <b>Make sound from words.</b> Which algorithm?
create-none = MVSEP offers no algorithm for this at the moment.

# The card and its lists
card-same = Same as last time: { $name }, { $format }
goal-text = Speech to text
search-button = Search by name or instrument
search-again = Search again
search-ask = Write a name, an instrument or a number, for example <i>guitar</i>, <i>Roformer</i> or <i>40</i>.
sort-p = Popular
sort-r = Top rated
sort-f = Favourites
sort-h = Recent
list-title-p = <b>Popular algorithms</b>
list-title-r = <b>Top rated algorithms</b>
list-title-f = <b>Your favourites</b>
list-title-h = <b>What you used lately</b>
list-title-s = <b>Found for “{ $query }”</b>
list-empty-p = The catalogue is empty at the moment.
list-empty-r = Nothing has enough ratings yet.
list-empty-f = No favourites yet. Open an algorithm and press Add to favourites.
list-empty-h = You have not used any algorithm yet.
list-empty-s = Nothing fits “{ $query }”. Try another word, for example an instrument.

# The order
order-description = <i>{ $text }</i>
order-rating = Rated { $rating } of 5, votes: { $votes } · used { $n } times this month
order-used = Used { $n } times this month
order-beside = Also with: { $name }
order-free = Costs nothing on your free plan.
order-price-have = { $n ->
    [one] Costs 1 credit, you have { $have }.
   *[other] Costs { $n } credits, you have { $have }.
}
order-start-anyway = Start anyway
order-star = Add to favourites
order-unstar = Remove from favourites
order-about = About
order-compare = Compare with another
order-compared = Remove from comparison
compare-list = <b>These run side by side.</b> Press one to take it out.
compare-remove = Remove { $name }
order-save = Save as preset
about-none = MVSEP says nothing more about this algorithm.
format-size = { $name } · { $size }
gate-files = This algorithm needs the song as a file. Send me the file itself instead of a link or words.
gate-words-only = This algorithm makes sound from words alone and takes no song. Write /create to use it.
gate-text = { $name } needs a text first. Press Options, then { $field }, and write it.
gate-size = Your plan takes files up to { $limit } MB. Send a smaller one, or get premium at mvsep.com.
gate-length = Your plan takes recordings up to { $limit } minutes. Send a shorter one, or get premium at mvsep.com.
gate-premium = Only premium accounts can use this algorithm. Choose another one, or get premium at mvsep.com.
gate-format = Only premium accounts get this format. Choose MP3, M4A, WAV 16 bit or FLAC 16 bit.
gate-credits = This costs { $price } credits and you have { $have }. Top up at mvsep.com, or choose a cheaper algorithm.
gate-one-by-one = Your plan takes one song at a time, so they run one after the other.
gate-daily = You have started { $n } songs today; the free plan allows about { $limit } a day.

# Presets
presets-button = My presets ({ $n })
presets-title = <b>Your presets</b>
presets-none = You have no presets yet. Choose an algorithm and press Save as preset.
preset-ask-name = How shall I call it? Write a short name.
preset-saved = Saved as <b>{ $name }</b>.
preset-title =
    <b>{ $name }</b>
    { $algorithm }

    Who opens this link gets a copy:
    { $link }
preset-use = Use it
preset-rename = Rename
preset-delete = Delete
preset-keep = Add to my presets
preset-shared = Somebody shares a preset with you: <b>{ $name }</b>, { $algorithm }.
preset-gone = This preset is gone.
preset-too-many = You have { $n } presets already. Delete one first.

# The written-out command
command-algorithm = There is no algorithm { $number }. Reply /separate to a song and look under More algorithms.
command-format = I don't know the format { $given }. These work: { $allowed }.
command-word = I don't know what { $given } means here. Write it like /separate 40 flac; formats are { $allowed }, and options look like add_opt1=81.
command-option = I don't know { $given } here. These work: { $allowed }.
command-value = { $name } can't be { $given }. These work: { $allowed }.

# Several jobs
batch-title = <b>{ $done } of { $all } done</b>
batch-failed = { $n ->
    [one] One did not work; I have told you why.
   *[other] { $n } did not work; I have told you why.
}
batch-line = { $title } · { $state }
batch-done = done
batch-failed-state = did not work
batch-cancelled = stopped
batch-unclear = needs your decision
batch-again = Trying <b>{ $title }</b> again. The message about all songs tells how it goes.
batch-cancel = Cancel all
link-folder = This is a link to a folder. Please send the link of one file in it.
link-mega-key = This MEGA link has no key. Copy it again with the key in it (it has a # in the middle).
