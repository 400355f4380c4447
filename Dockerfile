# Compile: everything that is needed to make the package, and nothing of it stays.
FROM node:24-bookworm-slim AS compile
WORKDIR /build/dbt-workbench
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
RUN npm run compile

# Serve: Node for the build of the site, nginx for its files.
FROM node:24-bookworm-slim
RUN apt-get update \
 && apt-get install -y --no-install-recommends nginx libnginx-mod-http-brotli-static libnginx-mod-http-js tini \
 && rm -rf /var/lib/apt/lists/* \
 && groupadd --gid 10001 workbench \
 && useradd --uid 10001 --gid 10001 --no-create-home --home-dir /nonexistent workbench \
 && install -d -o 10001 -g 10001 /site

WORKDIR /opt/dbt-workbench
COPY --from=compile /build/dbt-workbench/dist dist
# Pagefind's program for this system, which indexes full text.
COPY --from=compile /build/dbt-workbench/node_modules/@pagefind node_modules/@pagefind
COPY package.json LICENSE nginx.conf ./
COPY scripts/container.ts ./

# Artifacts are mounted read-only at /artifacts; everything that is written goes to /site (a volume,
# so that a restart rebuilds only what changed) and to /tmp.
USER 10001:10001
ENV NODE_ENV=production
VOLUME /site
EXPOSE 8080
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=5s --start-period=5m \
  CMD ["node", "-e", "fetch('http://127.0.0.1:8080/healthz').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["/usr/bin/tini", "--", "node", "/opt/dbt-workbench/container.ts"]
