// Builds assets/built/ from assets/src/ and writes src/html/assets_list.cc, which puts them into the program.
// A built file's name carries a hash of its bytes, so the list changes whenever a file does, and the compiler notices.
//   npm run build            writes them
//   npm run build -- check   writes nothing and fails if what is committed is not what would be built
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import * as sass from "sass";

const root = join(import.meta.dirname, "..");
const built = join(root, "assets/built");
const checking = process.argv.includes("check");

const files = new Map(); // path under assets/ -> bytes
const entries = [];

function add(name, type, bytes, compress) {
  const hash = createHash("sha256").update(bytes).digest("hex").slice(0, 16);
  const dot = name.lastIndexOf(".");
  const file = `${name.slice(0, dot)}.${hash}${name.slice(dot)}`;
  files.set(file, bytes);
  if (compress) {
    const gzip = gzipSync(bytes, { level: 9 });
    gzip[9] = 3; // the system byte, so that every machine writes the same
    files.set(`${file}.gz`, gzip);
  }
  entries.push({ name, file, type, compress, hash });
  return file;
}

const fonts = readdirSync(join(root, "assets/src/fonts")).filter((name) => name.endsWith(".woff2")).sort();
const hashed = new Map(
  fonts.map((name) => [name, add(name, "font/woff2", readFileSync(join(root, "assets/src/fonts", name)), false)]),
);

let { css } = sass.compile(join(root, "assets/src/alongside.scss"), {
  style: "compressed",
  loadPaths: [join(root, "node_modules")],
  quietDeps: true,
  silenceDeprecations: ["import"],
});
css = css.replace(/url\(["']?fonts\/([^"')]+)["']?\)/g, (_, name) => `url("${hashed.get(name)}")`);
// The package's icons belong to parts that no page of ours has (search boxes, tables that sort by script).
css = css.replace(/[^;{}]*url\("?\/assets\/images\/[^;}]*;?/g, "");
if (/https?:\/\//.test(css.replaceAll("http://www.w3.org/2000/svg", ""))) throw new Error("the style sheet asks another host");
add("alongside.css", "text/css; charset=utf-8", Buffer.from(css), true);
add("mark.svg", "image/svg+xml", readFileSync(join(root, "assets/src/mark.svg")), true);

const symbol = (index, part) => `alongside_asset_${index}_${part}`;
const embed = (name, file) => `    ".global ${name}_start\\n.global ${name}_end\\n${name}_start:\\n"
    ".incbin \\"../assets/built/${file}\\"\\n${name}_end: .byte 0\\n"`;
const extern = (name) => `extern const char ${name}_start[];\nextern const char ${name}_end[];`;
const between = (name) => `between(${name}_start, ${name}_end)`;

const parts = entries.flatMap((entry, index) => [
  [symbol(index, "bytes"), entry.file],
  ...(entry.compress ? [[symbol(index, "gzip"), `${entry.file}.gz`]] : []),
]);
const list = `// Made by scripts/assets.mjs (npm run build). The assembler puts each file's bytes in here; paths are seen from src/.
#include <array>

#include "html/assets.h"

asm(".section .rodata\\n"
${parts.map(([name, file]) => embed(name, file)).join("\n")}
    ".previous\\n");

extern "C" {
${parts.map(([name]) => extern(name)).join("\n")}
}

namespace alongside::html {
namespace {

std::string_view between(const char* start, const char* end) { return {start, static_cast<std::size_t>(end - start)}; }

}  // namespace

std::span<const Asset> assets() {
  static const std::array<Asset, ${entries.length}> all = {{
${entries
  .map(
    (entry, index) =>
      `      {"${entry.name}", "/assets/${entry.file}", "${entry.type}",\n       ${between(symbol(index, "bytes"))},\n       ` +
      `${entry.compress ? between(symbol(index, "gzip")) : "{}"}, "${entry.hash}"},`,
  )
  .join("\n")}
  }};
  return all;
}

}  // namespace alongside::html
`;

const listPath = join(root, "src/html/assets_list.cc");
if (checking) {
  const have = existsSync(built) ? readdirSync(built).sort() : [];
  const want = [...files.keys()].sort();
  // Compressed bytes may differ between versions of zlib; what they hold may not.
  const same =
    JSON.stringify(have) === JSON.stringify(want) &&
    want.filter((name) => !name.endsWith(".gz")).every((name) => readFileSync(join(built, name)).equals(files.get(name))) &&
    readFileSync(listPath, "utf8") === list;
  console.log(same ? "assets: what is committed is what is built" : "assets: run `npm run build` and commit what it writes");
  process.exit(same ? 0 : 1);
}
rmSync(built, { recursive: true, force: true });
mkdirSync(built, { recursive: true });
for (const [file, bytes] of files) writeFileSync(join(built, file), bytes);
writeFileSync(listPath, list);

const first = entries.filter((entry) => !entry.name.includes("latin-ext"));
const weight = first.reduce((sum, { file, compress }) => sum + files.get(compress ? `${file}.gz` : file).length, 0);
console.log(`assets: ${entries.length} files; a first visit loads ${(weight / 1000).toFixed(1)} kB of them, compressed`);
