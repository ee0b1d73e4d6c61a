package io.flyball.loneworker;

import io.flyball.platform.halt.HaltWork;
import io.flyball.platform.halt.Halting;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DeferredImportSelector;
import org.springframework.context.annotation.Import;
import org.springframework.core.type.AnnotationMetadata;

/** A process of its own that signs and answers orders as every worker does, and does nothing else. */
@Configuration(proxyBeanMethods = false)
@Import(LoneWorker.Platform.class)
public class LoneWorker {

    public static void main(String... args) throws InterruptedException {
        new SpringApplicationBuilder(LoneWorker.class)
                .web(WebApplicationType.NONE)
                .properties("spring.application.name=lone-worker", "spring.config.name=lone-worker")
                .run(args);
        Thread.currentThread().join();
    }

    @Bean
    Halting halting() {
        return _ -> HaltWork.NONE;
    }

    /** What every service has by itself, without all else that is on the console's class path. */
    static class Platform implements DeferredImportSelector {
        @Override
        public String[] selectImports(AnnotationMetadata annotated) {
            return new String[] {
                "io.flyball.platform.PlatformConfiguration", "io.flyball.platform.halt.HaltConfiguration"
            };
        }
    }
}
