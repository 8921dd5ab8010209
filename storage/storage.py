"""Opens the database and offers one object per noun."""

from collections.abc import Callable
from typing import IO

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.conversations.baskets import Baskets
from storage.conversations.chats import Chats
from storage.conversations.drafts import Drafts
from storage.conversations.expectations import Expectations
from storage.conversations.inbox import Inbox
from storage.engine.clock import db_now
from storage.engine.connect import lock_file, make_engine
from storage.engine.database import Database, Records, reads, writes
from storage.engine.errors import WrongKey
from storage.engine.key_rotation import Resealing
from storage.engine.migrate import migrate
from storage.engine.session import LocalSession, Session
from storage.engine.signals import Listener, Signals, Topic
from storage.engine.vault import Vault
from storage.jobs.delivered_files import Files
from storage.jobs.jobs import Jobs
from storage.jobs.polls import Polls
from storage.jobs.ready_made_jobs import Ready
from storage.jobs.stems import Stems
from storage.people.access import Access
from storage.people.credentials import Credentials
from storage.people.favourites import Favourites
from storage.people.personal_data import Personal
from storage.people.presets import Presets
from storage.people.quiet_hours import Quiet
from storage.people.ratings import Ratings
from storage.people.spending import Spending
from storage.people.users import Users
from storage.service.analyses import Analyses
from storage.service.catalogue import Catalogue
from storage.service.durations import Paces
from storage.service.request_budget import Budget, LocalBudget, SharedBudget
from storage.tables import meta

CANARY = "canary"
FINGERPRINTS = "fingerprints"


class Storage:
    """Everything that is kept, one attribute per noun.

    What needs a living process (a worker's lock, the lead, signals) is here as well.
    """

    def __init__(self, database: Database, session: Session, lock: IO[str] | None) -> None:
        self.users = Users(database)
        self.credentials = Credentials(database)
        self.drafts = Drafts(database)
        self.expectations = Expectations(database)
        self.inbox = Inbox(database)
        self.jobs = Jobs(database)
        self.stems = Stems(database)
        self.catalogue = Catalogue(database)
        self.access = Access(database)
        self.spending = Spending(database)
        self.personal = Personal(database)
        self.resealing = Resealing(database)
        self.favourites = Favourites(database)
        self.presets = Presets(database)
        self.files = Files(database)
        self.ratings = Ratings(database)
        self.paces = Paces(database)
        self.quiet = Quiet(database)
        self.chats = Chats(database)
        self.ready = Ready(database)
        self.polls = Polls(database)
        self.budget: Budget = LocalBudget() if database.is_sqlite else SharedBudget(database)
        self.baskets = Baskets(database)
        self.analyses = Analyses(database)
        self.database = database
        self._meta = Meta(database)
        self._session = session
        self._lock = lock

    async def now(self) -> float:
        """Epoch seconds by the database's clock."""
        return await self._meta.now()

    async def ping(self) -> None:
        """Raise when the database does not answer."""
        await self._meta.now()

    def on(self, topic: Topic, listener: Listener) -> Callable[[], None]:
        """Be called, in this process, when any process commits something new on the topic.

        "inbox": updates were stored; "jobs": a job may be due; "cancel": a cancel was requested,
        the word is the job's id. The empty word means "look yourself". The result takes it back.
        """
        return self.database.signals.on(topic, listener)

    async def attend(self, worker: str) -> None:
        """Hold the worker's lock: while it is held, its unclear work stays with it."""
        await self._session.attend(worker)

    async def leadership(self, name: str) -> bool:
        """Whether this process leads in `name`; takes the lead when nobody has it."""
        return await self._session.leadership(name)

    async def resign(self, name: str) -> None:
        """Give the lead in `name` away."""
        await self._session.resign(name)

    async def close(self) -> None:
        """Finish what is under way and let go of everything."""
        await self.database.close()
        await self._session.close()
        if self._lock is not None:
            self._lock.close()


class Meta(Records):
    """Questions about the database itself."""

    @reads
    async def now(self, conn: AsyncConnection) -> float:
        """The database's clock."""
        return (await conn.execute(select(db_now()))).scalar_one()

    @writes
    async def check_key(self, conn: AsyncConnection) -> None:
        """Open what was sealed when the database was new; WrongKey when that fails.

        Re-sealing does these values last: where they open, everything opens.
        """
        try:
            await self._kept(conn, CANARY, CANARY)
            key = await self._kept(conn, FINGERPRINTS, self._vault.fingerprint_key)
        except WrongKey as error:
            raise WrongKey(
                "The encryption keys do not fit this database: it was first opened with another"
                " key. Put that key back, behind the new one if you are changing keys."
            ) from error
        self._vault.use_fingerprint_key(key)

    async def _kept(self, conn: AsyncConnection, name: str, value: str) -> str:
        """A sealed value under this name; the given one where there is none yet."""
        insert = self._db.insert(meta).values(name=name, value=self._vault.seal(value))
        await conn.execute(insert.on_conflict_do_nothing())
        kept = select(meta.c.value).where(meta.c.name == name)
        return self._vault.open((await conn.execute(kept)).scalar_one())


async def open_storage(url: str, vault: Vault) -> Storage:
    """Open `sqlite+aiosqlite:///path` or `postgresql+asyncpg://…`, migrated to the newest tables.

    Raises StorageBusy when another process has the SQLite file, WrongKey when the vault's keys
    are not those of the database.
    """
    lock = lock_file(url)
    signals = Signals()
    database = Database(make_engine(url), vault, signals)
    session: Session = LocalSession()
    try:
        await migrate(database.engine)
        await Meta(database).check_key()
        if not database.is_sqlite:
            session = await _postgres_session(database, signals)
        storage = Storage(database, session, lock)
        if database.is_sqlite:
            await storage.jobs.release_all()
            await storage.inbox.release_all()
    except BaseException:
        await database.close()
        await session.close()
        if lock is not None:
            lock.close()
        raise
    return storage


async def _postgres_session(database: Database, signals: Signals) -> Session:
    # Its driver, asyncpg, is not for those who keep everything in a file.
    from storage.engine.postgres_session import PostgresSession  # noqa: PLC0415

    session = PostgresSession(database.engine.url, signals)
    await session.open()
    return session
