# Two images: the last stage builds a site from mounted artifacts again and again and serves it;
# `--target baked` holds one site and nginx, nothing else. docs/serving.md says how they are used.

# Compile: everything that is needed to make the package, and nothing of it stays.
FROM node:24-bookworm-slim AS compile
WORKDIR /build/dbt-workbench
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
RUN npm run compile

# A site of artifacts in the build context.
FROM compile AS site
ARG ARTIFACTS=sample_artifacts
ARG BUILD_OPTIONS=
COPY ${ARTIFACTS} /artifacts
RUN node dist/cli/main.js build /artifacts --out /out/current --cache /out/cache --compress ${BUILD_OPTIONS} \
 && node scripts/bake-nginx.ts /out/current /out/nginx

# nginx with the modules that nginx.conf asks for, and a user without rights.
FROM debian:bookworm-slim AS baked
RUN apt-get update \
 && apt-get install -y --no-install-recommends nginx libnginx-mod-http-brotli-static libnginx-mod-http-js \
 && rm -rf /var/lib/apt/lists/* /var/cache/apt/* /var/log/* \
 && groupadd --gid 10001 workbench \
 && useradd --uid 10001 --gid 10001 --no-create-home --home-dir /nonexistent workbench
COPY --from=site /out/nginx /opt/dbt-workbench/
COPY --from=site /out/current /site/current
USER 10001:10001
EXPOSE 8080
STOPSIGNAL SIGQUIT
HEALTHCHECK --interval=30s --timeout=5s \
  CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8080; printf 'GET /healthz HTTP/1.0\\r\\n\\r\\n' >&3; grep -q '200 OK' <&3"]
ENTRYPOINT ["/usr/sbin/nginx", "-e", "stderr", "-c", "/opt/dbt-workbench/nginx.conf"]

# Node for the builds, nginx for their files. Of the image of Node only Node itself is taken: npm and
# what comes with it are a fifth of the size, and of no use here.
FROM debian:bookworm-slim AS live
RUN apt-get update \
 && apt-get install -y --no-install-recommends \
      nginx libnginx-mod-http-brotli-static libnginx-mod-http-js tini libstdc++6 libatomic1 \
 && rm -rf /var/lib/apt/lists/* /var/cache/apt/* /var/log/* \
 && groupadd --gid 10001 workbench \
 && useradd --uid 10001 --gid 10001 --no-create-home --home-dir /nonexistent workbench \
 && install -d -o 10001 -g 10001 /site \
 && ln -s /opt/dbt-workbench/dist/cli/main.js /usr/local/bin/dbt-workbench
COPY --from=compile /usr/local/bin/node /usr/local/bin/

WORKDIR /opt/dbt-workbench
COPY --from=compile /build/dbt-workbench/dist dist
# Pagefind's program for this system, which indexes full text.
COPY --from=compile /build/dbt-workbench/node_modules/@pagefind node_modules/@pagefind
COPY package.json LICENSE nginx.conf ./

# Artifacts are mounted read-only at /artifacts; what is written goes to /site (a volume, so that a
# restart shows the old site at once and rebuilds only what changed) and to /tmp.
USER 10001:10001
ENV NODE_ENV=production SITE_FOLDER=/site
VOLUME /site
EXPOSE 8080
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=5s --start-period=10s \
  CMD ["bash", "-c", "to=${LISTEN_ADDRESS:-127.0.0.1}; to=${to%%,*}; case $to in 0.0.0.0) to=127.0.0.1;; ::) to=::1;; esac; exec 3<>/dev/tcp/$to/${PORT:-8080}; printf 'GET /healthz HTTP/1.0\\r\\n\\r\\n' >&3; grep -q '200 OK' <&3"]
ENTRYPOINT ["/usr/bin/tini", "--", "dbt-workbench", "live", "/artifacts", "--nginx", "/opt/dbt-workbench/nginx.conf", "--json"]
