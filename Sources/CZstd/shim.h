#ifndef PANTAU_CZSTD_SHIM_H
#define PANTAU_CZSTD_SHIM_H

#include <zstd.h>

#endif
