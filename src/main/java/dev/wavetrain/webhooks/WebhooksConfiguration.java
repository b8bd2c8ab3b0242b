package dev.wavetrain.webhooks;

import dev.wavetrain.webhooks.internal.HttpSender;
import java.net.InetAddress;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
@EnableConfigurationProperties(WebhookSettings.class)
class WebhooksConfiguration {

    @Bean
    HttpSender webhookSender(WebhookSettings settings) {
        return new HttpSender(settings, InetAddress::getAllByName);
    }
}
