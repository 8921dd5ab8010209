"""The database itself: connections, transactions, migrations, locks, signals, encryption."""
