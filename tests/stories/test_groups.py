"""In a group: for the one who asked, with their key, at their buttons, in their topic."""

from bot.sandbox.song import ARTIST, TITLE
from bot.sandbox.telegram.people.groups import GroupChat
from bot.sandbox.telegram.world import Message
from tests.world import Somebody, World, digests, files_of


def band(world: World, topics: list[str] | None = None) -> GroupChat:
    return world.telegram.group("Band", [world.ada.person, world.ben.person], topics=topics)


async def song_of(somebody: Somebody, world: World) -> Message:
    known = {"filename": "a.mp3", "title": TITLE, "performer": ARTIST, "duration": 2}
    return await somebody.sends("audio", world.song(), **known)


async def test_separate_as_a_reply_works_for_the_one_who_asked(world: World) -> None:
    group = band(world)
    account = await world.link(world.ada)
    ada, ben = world.ada.in_room(group), world.ben.in_room(group)
    song = await song_of(ben, world)

    asked = await ada.says("/separate", reply_to=song)
    card = await ada.gets_card(after=asked)
    assert card.reply_to is song
    await ada.orders("goal-vocals")
    stems = await ada.receives(2, after=asked)

    job = await world.job()
    assert job.account is account
    assert digests(job.inputs) == digests([world.song()])
    assert digests(files_of(stems)) == digests([path for _, path in job.files])
    assert all(stem.reply_to is song for stem in stems)
    assert world.ben.room.messages == []


async def test_separate_with_a_link_works_too(world: World) -> None:
    url = "https://songs.example.com/boats.mp3"
    world.mvsep.remote_files[url] = world.song()
    await world.link(world.ada)
    ada = world.ada.in_room(band(world))
    asked = await ada.says(f"/separate {url}")
    card = await ada.gets_card(after=asked)
    assert url in card.text
    await ada.orders("goal-vocals")
    await ada.receives(2, after=asked)


async def test_separate_alone_says_how_it_is_used(world: World) -> None:
    ada = world.ada.in_room(band(world))
    asked = await ada.says("/separate")
    await ada.reads("song-none", after=asked)


async def test_somebody_elses_press_is_refused_with_a_popup(world: World) -> None:
    group = band(world)
    await world.link(world.ada)
    ada, ben = world.ada.in_room(group), world.ben.in_room(group)
    asked = await ada.says("/separate", reply_to=await song_of(ben, world))
    card = await ada.gets_card(after=asked)
    labels = card.labels

    popup = await ben.taps("goal-vocals")
    assert (popup.text, popup.alert) == (ben.t.plain("not-your-menu"), True)
    assert card.labels == labels

    world.mvsep.hold()
    await ada.orders()
    await world.job()
    popup = await ben.taps("button-cancel")
    assert (popup.text, popup.alert) == (ben.t.plain("not-your-job"), True)
    world.mvsep.release()
    await ada.receives(2, after=asked)


async def test_link_in_a_group_leads_to_the_private_chat(world: World) -> None:
    ada = world.ada.in_room(band(world))
    asked = await ada.says("/link")
    shown = await ada.reads("link-group", after=asked)
    ((button,),) = shown.buttons
    assert button.url == "https://t.me/stemgram_bot?start=link"
    await world.ada.person.follow(button.url)
    await world.ada.reads("link-ask")


async def test_who_is_not_linked_is_led_to_the_private_chat(world: World) -> None:
    ada = world.ada.in_room(band(world))
    asked = await ada.says("/separate", reply_to=await song_of(ada, world))
    card = await ada.reads("card-need-link", after=asked)
    assert card.buttons[0][0].url == "https://t.me/stemgram_bot?start=link"


async def test_everything_stays_in_the_topic(world: World) -> None:
    group = band(world, topics=["General", "Mixes"])
    await world.link(world.ada)
    ada = world.ada.in_room(group, topic="Mixes")
    asked = await ada.says("/separate", reply_to=await song_of(ada, world))
    await ada.gets_card(after=asked)
    await ada.orders()
    await ada.receives(2, after=asked)
    assert {one.topic for one in group.answers} == {group.thread("Mixes")}


async def test_start_and_other_talk_in_a_group(world: World) -> None:
    ada = world.ada.in_room(band(world))
    await ada.says("/start")
    greeting = await ada.reads("start-group")
    await ada.says("lovely weather")
    await ada.says("/nonsense")
    asked = await ada.says("/help")
    await ada.reads("help-text", after=asked)
    assert len(ada.room.answers) == 2
    assert greeting.buttons == []
