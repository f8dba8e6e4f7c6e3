#ifndef PANTAU_CBROTLI_SHIM_H
#define PANTAU_CBROTLI_SHIM_H

#include <brotli/decode.h>

#endif
