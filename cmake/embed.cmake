# IN becomes a header OUT with one constant, named after the file: tables.sql -> tables_sql.
file(READ ${IN} text)
get_filename_component(base ${IN} NAME)
string(MAKE_C_IDENTIFIER ${base} name)
file(WRITE ${OUT} "#pragma once\ninline constexpr const char ${name}[] = R\"embed(${text})embed\";\n")
