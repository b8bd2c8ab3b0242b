package dev.wavetrain.api;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/**
 * Answers requests so broken that Tomcat refuses them before the application: a malformed request
 * line, headers that are too large. Public with a constructor of its own for Tomcat.
 */
public class ProblemValve extends ErrorReportValve {

    /** Puts the valve in place. */
    @Configuration
    static class Placement {

        @Bean
        WebServerFactoryCustomizer<TomcatServletWebServerFactory> problemValve() {
            return factory ->
                    factory.addContextCustomizers(context -> {
                        if (context.getParent()
                                instanceof org.apache.catalina.core.StandardHost host) {
                            host.setErrorReportValveClass(ProblemValve.class.getName());
                        }
                    });
        }
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        HttpStatus known = HttpStatus.resolve(status);
        String title = known == null ? "Error" : known.getReasonPhrase();
        // No text of the request goes in, so nothing needs to be escaped.
        String body =
                """
                {"type":"about:blank","title":"%s","status":%d,"detail":"The request was refused."}
                """
                        .formatted(title, status);
        try {
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.setCharacterEncoding(StandardCharsets.UTF_8);
            response.getReporter().write(body);
            response.finishResponse();
        } catch (IOException gone) {
            // The caller has hung up; there is nobody to tell.
        }
    }
}
