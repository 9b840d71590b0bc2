import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
import { firstLoad } from "./firstLoad.ts";
import { offlineShell } from "./offlineShell.ts";

const server = process.env.CHURCHMUSIC_DEV_API ?? "http://127.0.0.1:8080";

export default defineConfig({
  plugins: [react(), offlineShell(), firstLoad()],
  resolve: { alias: { "@": new URL("./src", import.meta.url).pathname } },
  build: {
    outDir: "dist",
    emptyOutDir: true,
    target: "es2022",
    // The content security policy allows no data: fonts, so nothing is inlined.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        codeSplitting: {
          // Few files: one for each library group and for what every screen shares, so that an icon is no request of its own.
          groups: [
            { name: "codemirror", test: /node_modules\/(@codemirror|@lezer|style-mod|crelt|w3c-keyname)/ },
            { name: "vendor", test: /node_modules\/(react|react-dom|scheduler|@tanstack)\// },
            {
              name: "shared",
              test: /(node_modules\/lucide-react|src\/(components|api|i18n)\/|src\/features\/songs\/[^/]+\.ts)/,
            },
          ],
        },
      },
    },
  },
  server: {
    host: "127.0.0.1",
    port: 5173,
    proxy: { "/api": server, "/ws": { target: server, ws: true } },
  },
  test: { environment: "jsdom", setupFiles: ["src/test/setup.ts"], include: ["src/**/*.test.{ts,tsx}"] },
});
