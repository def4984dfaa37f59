// An upload is what its first bytes say, or nothing; a picture comes out without what a camera wrote into it, or not at all.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "commons/said/upload.h"
#include "faces/web/http.h"

using namespace alongside;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const said::Media media = said::media_of(bytes);
  for (const said::Media as : {media, said::Media::jpeg, said::Media::png, said::Media::webp}) {
    if (as != media && size < 12) continue;  // their readers are given no less
    const auto without = said::without_notes(as, bytes);
    if (without && without->size() > size + 40) __builtin_trap();  // at most which way up it is stays
    // What was taken out once is not there to be taken out again.
    if (without && as == media && said::is_picture(media) && said::without_notes(media, *without) != without) __builtin_trap();
  }
  web::Request request{.method = "GET", .path = "/P/file"};
  request.headers.add("Range", std::string(bytes.substr(0, 40)));
  const web::Response part = web::with_range(request, web::with_body(200, "video/mp4", std::string(bytes)));
  if (part.status == 206 && (part.body->empty() || part.body->size() > size)) __builtin_trap();
  return 0;
}
