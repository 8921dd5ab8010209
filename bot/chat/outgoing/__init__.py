"""Everything sent to Telegram: queues and rates per chat, status messages, uploads, retries."""
