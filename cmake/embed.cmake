# IN becomes a header OUT with one constant of internal linkage (every concern has a tables_sql of its own), named after the
# file: tables.sql -> tables_sql.
file(READ ${IN} text)
get_filename_component(base ${IN} NAME)
string(MAKE_C_IDENTIFIER ${base} name)
file(WRITE ${OUT} "#pragma once\nconstexpr const char ${name}[] = R\"embed(${text})embed\";\n")
