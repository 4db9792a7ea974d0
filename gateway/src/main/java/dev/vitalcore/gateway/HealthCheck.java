package dev.vitalcore.gateway;

/** Tells how one component fares; must answer at once, from what it already knows. */
public interface HealthCheck {
    /** Name in snake case, e.g. {@code speed_layer}. */
    String component();

    Health check();

    /**
     * @param detail for humans: the cause where the component is down
     */
    record Health(boolean up, String detail) {}
}
