/* What the program goes through; each step leaves the switch as it found it. */
#pragma once

#include "tests/standin_c/stations.h"

/* Without a stream. */
void texts(void);
void servers(void);

/* With streams of their own. */
void opening(void);
void private_data_versions(void);
void small_buffers(void);
void any_stream(void);
void closing(void);

/* On a stream that is open, with or without monitors of the stations. */
void system_status(Session* session);
void devices(Session* session);
void agents(Session* session);
void escape_services(Session* session);
void routing(Session* session);
void calls(const Stations* stations);
void merged_calls(const Stations* stations);
void joined_calls(const Stations* stations);
void diverted_calls(const Stations* stations);
void snapshots(const Stations* stations);
void refusals(const Stations* stations);
