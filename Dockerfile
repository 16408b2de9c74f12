# One image for web and worker. Builds from the hashed lock; nothing is fetched at run time.
FROM python:3.12-slim AS build
WORKDIR /app
COPY requirements.lock .
# Compiled whatever the times of the copied files: else every process would compile all it imports anew.
RUN python -m venv /venv && /venv/bin/pip install --no-cache-dir --require-hashes -r requirements.lock \
    && python -m compileall -q -f --invalidation-mode unchecked-hash /venv/lib

FROM python:3.12-slim
ENV PATH=/venv/bin:$PATH PYTHONUNBUFFERED=1 CROSSCHECK_VAR=/var/lib/crosscheck
RUN useradd --system --uid 10001 --home-dir /var/lib/crosscheck --create-home crosscheck
WORKDIR /app
COPY --from=build /venv /venv
COPY . .
RUN python -m compileall -q --invalidation-mode unchecked-hash areas inspections dashboard
# The key of this step serves collectstatic alone; the running site takes its own from the environment.
RUN CROSSCHECK_VAR=/srv/crosscheck SECRET_KEY=collectstatic python manage.py collectstatic --noinput
ENV CROSSCHECK_STATIC=/srv/crosscheck/static
USER crosscheck
EXPOSE 8000
CMD ["gunicorn", "dashboard.site.wsgi:application", "--bind", "0.0.0.0:8000", "--workers", "3", "--access-logfile", "-"]
