package dev.vitalcore.system;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.util.HashMap;
import java.util.Map;

/**
 * Processor time that the main thread of a page uses from when it is watched, as Chromium counts it
 * (DevTools protocol, domain Performance, time of the thread): what else runs on the machine makes
 * it little longer.
 */
final class PageWork {
    private final CDPSession devTools;

    private PageWork(CDPSession devTools) {
        this.devTools = devTools;
    }

    static PageWork watch(Page page) {
        CDPSession devTools = page.context().newCDPSession(page);
        JsonObject ofThread = new JsonObject();
        ofThread.addProperty("timeDomain", "threadTicks");
        devTools.send("Performance.enable", ofThread);
        return new PageWork(devTools);
    }

    /** By how many frames were drawn meanwhile. */
    void print(int frames) {
        Map<String, Double> seconds = new HashMap<>();
        for (JsonElement metric :
                devTools.send("Performance.getMetrics").getAsJsonArray("metrics")) {
            JsonObject each = metric.getAsJsonObject();
            seconds.put(each.get("name").getAsString(), each.get("value").getAsDouble());
        }
        System.out.printf(
                "main thread of the page, ms of processor time a frame: all %.1f, of that script %.1f,"
                        + " layout %.1f, style %.1f%n",
                1_000 * seconds.get("TaskDuration") / frames,
                1_000 * seconds.get("ScriptDuration") / frames,
                1_000 * seconds.get("LayoutDuration") / frames,
                1_000 * seconds.get("RecalcStyleDuration") / frames);
    }
}
