// Looks at every part as a browser shows it: axe finds nothing, nothing scrolls sideways from 280 to 1920 px, and pictures
// at 320 and 1280 px are left in build/gallery/ for a person to look at. Needs build/gallery/*.html, which html_test writes.
//   npm run components
import { createServer } from "node:http";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright-core";

const root = join(import.meta.dirname, "../..");
const folder = join(root, "build/gallery");
const types = { css: "text/css", woff2: "font/woff2", svg: "image/svg+xml" };
// The same policy as in src/html/layout.h: a page that needs more than this is broken.
const policy =
  "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; media-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

const server = createServer((request, response) => {
  try {
    const path = new URL(request.url, "http://x").pathname;
    const isAsset = path.startsWith("/assets/");
    const bytes = readFileSync(isAsset ? join(root, "assets/built", path.slice(8)) : join(folder, path.slice(1)));
    response.writeHead(200, {
      "content-type": isAsset ? types[path.split(".").pop()] : "text/html; charset=utf-8",
      "content-security-policy": policy,
    });
    response.end(bytes);
  } catch {
    response.writeHead(404).end();
  }
}).listen(0, "127.0.0.1");
await new Promise((ready) => server.once("listening", ready));
const address = `http://127.0.0.1:${server.address().port}`;

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--force-prefers-reduced-motion"],
});
// axe needs to run a script; the page's own policy forbids that, so it is lifted here and watched for apart.
const axe = readFileSync(join(root, "node_modules/axe-core/axe.min.js"), "utf8");
let faults = 0;
const fault = (words) => {
  faults += 1;
  console.log(words);
};

for (const file of readdirSync(folder).filter((name) => name.endsWith(".html"))) {
  for (const width of [320, 1280]) {
    const context = await browser.newContext({ viewport: { width, height: 900 }, bypassCSP: true });
    const page = await context.newPage();
    page.on("console", (message) => message.type() === "error" && fault(`${file} at ${width}: ${message.text()}`));
    await page.goto(`${address}/${file}`);
    await page.evaluate(() => document.fonts.ready);
    await page.screenshot({ path: join(folder, `${file}.${width}.png`), fullPage: true });
    await page.evaluate(axe);
    const { violations, passes } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ["violations"] }));
    for (const one of violations) {
      fault(`${file} at ${width}: ${one.id}: ${one.help}`);
      for (const node of one.nodes.slice(0, 4)) console.log(`    ${node.html.slice(0, 160)}`);
    }
    console.log(`${file} at ${width}: axe passed ${passes.length} rules, ${violations.length} findings`);
    await context.close();
  }
  const context = await browser.newContext({ viewport: { width: 280, height: 900 } });
  const page = await context.newPage();
  page.on("console", (message) => message.type() === "error" && fault(`${file}, with its policy: ${message.text()}`));
  await page.goto(`${address}/${file}`);
  for (const width of [280, 320, 375, 640, 768, 769, 990, 1280, 1920]) {
    await page.setViewportSize({ width, height: 900 });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    if (wide > width) {
      const who = await page.evaluate((limit) =>
        [...document.querySelectorAll("main *, header *, footer *")]
          .filter((element) => element.getBoundingClientRect().right > limit + 1)
          .slice(0, 5)
          .map((element) => element.outerHTML.slice(0, 120)), width);
      fault(`${file}: ${wide} px wide in a window of ${width}: ${who.join("\n    ")}`);
    }
  }
  await context.close();
}
await browser.close();
server.close();
console.log(faults === 0 ? "components: nothing found" : `components: ${faults} findings`);
process.exit(faults === 0 ? 0 : 1);
