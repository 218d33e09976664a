# The game without its servers: web, workers and beat are three commands of one image; see compose.yaml.
FROM python:3.11-slim

ENV PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 \
    DJANGO_SETTINGS_MODULE=herotycoon.settings \
    HEROTYCOON_DATA=/var/lib/herotycoon \
    LOG_FORMAT=json \
    # A worker that is told to end finishes its batch within GRACE_SECONDS, or gives it back.
    REMAP_SIGTERM=SIGQUIT

WORKDIR /srv/herotycoon
COPY requirements.txt .
RUN pip install --no-cache-dir --requirement requirements.txt
COPY . .
RUN useradd --system --home-dir /var/lib/herotycoon --create-home herotycoon
USER herotycoon

EXPOSE 8000
CMD ["gunicorn", "herotycoon.wsgi", "--bind", "0.0.0.0:8000", "--worker-class", "gthread", "--preload", \
     "--keep-alive", "0", "--no-control-socket", "--workers", "2", "--threads", "4", "--graceful-timeout", "10", \
     "--log-level", "warning"]
