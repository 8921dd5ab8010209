"""Opens what is kept. A module of its own, because loading SQLAlchemy is a third of a start."""

from bot.settings import Settings, Unusable
from storage import Storage, StorageBusy, Vault, WrongKey, open_storage


async def opened(settings: Settings) -> Storage:
    """The database, at the newest tables. Raises settings.Unusable."""
    try:
        return await open_storage(settings.database_url, Vault(settings.secret_keys))
    except (StorageBusy, WrongKey) as error:
        raise Unusable(str(error)) from error
