#include "faces/cli/cli.h"

int main(int argc, char** argv) { return alongside::cli::run(argc, argv); }
