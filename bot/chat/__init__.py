"""How we speak Telegram: routes, callbacks, screens, sending; knows storage, net and PTB, no feature."""

import os

# Durations as timedelta, PTB's coming default; without it every "retry after" warns.
os.environ.setdefault("PTB_TIMEDELTA", "true")
