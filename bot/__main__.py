"""The command line: `run` the bot, `demo` it without accounts, make a `new-key`."""

import argparse
import gc
import sys
from pathlib import Path

from bot import __version__


def main() -> int:
    """Each command loads what it needs, and nothing of the others."""
    arguments = _parser().parse_args()
    match arguments.command:
        case "run":
            # Until all is loaded nothing is thrown away, and looking for it is a fifth of a start.
            gc.disable()
            from bot.process.run import run  # noqa: PLC0415

            return run()
        case "new-key":
            from cryptography.fernet import Fernet  # noqa: PLC0415

            sys.stdout.write(Fernet.generate_key().decode() + "\n")
            return 0
        case _:
            from bot.sandbox.demo import demo  # noqa: PLC0415

            return demo(arguments)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bot", description=__doc__)
    parser.add_argument("--version", action="version", version=f"stemgram {__version__}")
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("run", help="run the bot, configured by STEMGRAM_* or .env")
    commands.add_parser("new-key", help="print a new key for STEMGRAM_SECRET_KEY")
    demo = commands.add_parser("demo", help="try the bot against stand-ins of the services")
    how = demo.add_mutually_exclusive_group()
    how.add_argument("--once", action="store_true", help="play one conversation and end")
    how.add_argument("--terminal", action="store_true", help="chat here instead of in a browser")
    demo.add_argument("--listen", default="127.0.0.1", help="the page's address (this machine)")
    demo.add_argument("--port", type=int, help="the page's port; else 8765 or a free one")
    demo.add_argument(
        "--anyone-may-use-it", action="store_true", help="let --listen be open to other machines"
    )
    demo.add_argument("--no-browser", action="store_true", help="only print the page's address")
    demo.add_argument("song", nargs="?", type=Path, help="a song of yours; else one is made")
    demo.add_argument("--algorithm", type=int, help="an algorithm's number; else the goal Vocals")
    demo.add_argument("--format", default="mp3", help="mp3, wav, flac, m4a, wav32 or flac24")
    demo.add_argument("--out", type=Path, default=Path("demo-out"), help="where the stems go")
    demo.add_argument("--language", default="en", help="the language of the person: en ru es uz")
    return parser


if __name__ == "__main__":
    sys.exit(main())
