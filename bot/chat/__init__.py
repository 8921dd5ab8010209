"""How we speak Telegram: routes, callbacks, screens, sending; knows storage, net and PTB, no feature."""
