# The Node services (exporters, agent-runner, demo) and a Grafana with the plugin. Built by docker-compose.yml.

FROM node:24-bookworm-slim AS dependencies
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY catalog/package.json catalog/
COPY service-kit/package.json service-kit/
COPY exporters/package.json exporters/
COPY alert-rules/package.json alert-rules/
COPY dashboards/package.json dashboards/
COPY agent-runner/package.json agent-runner/
COPY grafana-plugin/package.json grafana-plugin/
COPY demo/package.json demo/
COPY stack/package.json stack/
COPY tests/package.json tests/

FROM dependencies AS production-dependencies
# The image has its own Node and PostgreSQL is another container: neither is installed again.
RUN npm ci --omit=dev --omit=optional \
  --workspace catalog --workspace service-kit --workspace exporters --workspace agent-runner --workspace demo --workspace stack

FROM node:24-bookworm-slim AS services
ENV NODE_ENV=production AICOS_BIND=0.0.0.0
WORKDIR /app
COPY --from=production-dependencies /app ./
COPY catalog catalog
COPY service-kit service-kit
COPY exporters exporters
COPY agent-runner agent-runner
COPY demo demo
COPY stack stack
USER node

FROM dependencies AS plugin
RUN npm ci
COPY tsconfig.base.json ./
COPY catalog catalog
COPY agent-runner agent-runner
COPY grafana-plugin grafana-plugin
RUN npm run build --workspace grafana-plugin

FROM grafana/grafana:12.3.0 AS grafana
# Outside /var/lib/grafana, which is a volume.
ENV GF_PATHS_PLUGINS=/opt/aicos/plugins
COPY --from=plugin --chown=472:0 /app/grafana-plugin/dist /opt/aicos/plugins/aicos-app
USER 472
