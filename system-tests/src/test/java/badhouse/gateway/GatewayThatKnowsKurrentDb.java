package badhouse.gateway;

import io.kurrent.dbclient.KurrentDBClient;

/** Breaks: KurrentDB stays in its adapter. */
record GatewayThatKnowsKurrentDb(KurrentDBClient client) {}
