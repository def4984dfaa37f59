#include "faces/web/gzip.h"

#include <zlib.h>

#include <memory>
#include <stdexcept>

#include "faces/web/http.h"

namespace alongside::web {
namespace {

// One stream a thread and level: setting one up clears 270 kB, which costs as much as compressing a small page.
struct Deflater {
  z_stream stream{};
  int level;
  explicit Deflater(int wanted) : level(wanted) {
    constexpr int gzip_window_bits = 15 + 16;
    if (deflateInit2(&stream, level, Z_DEFLATED, gzip_window_bits, 8, Z_DEFAULT_STRATEGY) != Z_OK) {
      throw std::runtime_error("zlib has no memory");
    }
  }
  ~Deflater() { deflateEnd(&stream); }
  Deflater(const Deflater&) = delete;
  Deflater& operator=(const Deflater&) = delete;
};

}  // namespace

std::string gzipped(std::string_view bytes, int level) {
  thread_local std::unique_ptr<Deflater> deflater;
  if (!deflater || deflater->level != level) deflater = std::make_unique<Deflater>(level);
  z_stream& stream = deflater->stream;
  deflateReset(&stream);

  std::string out;
  out.resize(deflateBound(&stream, bytes.size()));
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  if (bytes.size() > 0xffffffffu || deflate(&stream, Z_FINISH) != Z_STREAM_END) {
    throw std::length_error("too long to compress in one piece");
  }
  out.resize(stream.total_out);
  return out;
}

bool is_compressible(std::string_view content_type) {
  const std::string_view type = content_type.substr(0, content_type.find(';'));
  if (type.starts_with("text/")) return true;
  for (const std::string_view known : {"application/json", "application/xml", "application/atom+xml", "image/svg+xml",
                                       "application/javascript", "application/manifest+json", "application/wasm"}) {
    if (same_name(type, known)) return true;
  }
  return false;
}

}  // namespace alongside::web
