// Uploads with what people say: a picture, sound, or a film of signing.
//
// What a file is, is told by its first bytes and never by its name. It is sealed and committed like words, in base64. A
// picture is kept without what a camera writes into it (where and when it was taken, whose camera): only what is seen stays.
#pragma once

#include <string>
#include <string_view>

#include "commons/said/acts.h"

namespace alongside::said {

inline constexpr std::size_t file_bytes_max = std::size_t{8} * 1024 * 1024;

// `none`: it is nothing that can be shown here.
Media media_of(std::string_view bytes);
std::string_view content_type(Media media);  // "image/jpeg"
bool is_picture(Media media);
bool is_sound(Media media);

// The same picture without EXIF, comments and times; sound and film as they are. Nothing where it is cut short or broken.
std::optional<std::string> without_notes(Media media, std::string_view bytes);

}  // namespace alongside::said
