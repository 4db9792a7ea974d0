package dev.vitalcore.gateway.http;

import dev.vitalcore.kernel.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * The files of the page, from the web jar. A browser may keep them but asks each time whether they
 * changed, and they are known by their content: reproducible jars carry one time for all builds, so
 * an old file could not be told from a new one by its date.
 */
final class PageFiles implements WebMvcConfigurer {
    private final Map<String, String> tagsByFile = new ConcurrentHashMap<>();

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/**")
                .addResourceLocations("classpath:/META-INF/resources/")
                .setCacheControl(CacheControl.noCache())
                .setUseLastModified(false)
                .setEtagGenerator(this::tag);
    }

    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        registry.addViewController("/").setViewName("forward:/index.html");
    }

    /** Weak, because a strong tag would keep the server from compressing. */
    private String tag(Resource file) {
        try {
            return tagsByFile.computeIfAbsent(
                    file.getURL().toString(), url -> "W/\"" + digest(file) + "\"");
        } catch (IOException noAddress) {
            throw new UncheckedIOException(noAddress);
        }
    }

    private static String digest(Resource file) {
        try {
            return Sha256.hex(file.getContentAsByteArray()).substring(0, 32);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
