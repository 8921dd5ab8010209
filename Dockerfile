FROM python:3.12-slim

ENV PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    STEMGRAM_DATABASE_URL=sqlite+aiosqlite:////data/stemgram.sqlite3 \
    STEMGRAM_LISTEN=0.0.0.0:8080

RUN useradd --uid 10001 --create-home stemgram && install -d -o stemgram /data

WORKDIR /app
COPY pyproject.toml constraints.txt README.md ./
COPY bot bot
COPY storage storage
COPY locales locales
RUN pip install --no-cache-dir --disable-pip-version-check -c constraints.txt -e .

USER stemgram
VOLUME /data
EXPOSE 8080

HEALTHCHECK --interval=30s --timeout=10s --start-period=20s CMD \
    python -c "import os, urllib.request as r; r.urlopen('http://127.0.0.1:' + os.environ['STEMGRAM_LISTEN'].rpartition(':')[2] + '/healthz', timeout=8)"

CMD ["python", "-m", "bot", "run"]
