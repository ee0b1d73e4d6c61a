package io.flyball.secrets;

import java.util.List;

/** Names of vendors that people give to the variables that hold their keys. */
final class Vendors {
    static final List<String> NAMES = List.of(
            "adafruit",
            "adobe",
            "airtable",
            "algolia",
            "alibaba",
            "anthropic",
            "artifactory",
            "asana",
            "atlassian",
            "beamer",
            "bitbucket",
            "bittrex",
            "cloudflare",
            "cloudsmith",
            "codecov",
            "cohere",
            "coinbase",
            "confluent",
            "contentful",
            "databricks",
            "datadog",
            "digitalocean",
            "discord",
            "docker",
            "doppler",
            "droneci",
            "dropbox",
            "dynatrace",
            "etsy",
            "facebook",
            "fastly",
            "figma",
            "finicity",
            "finnhub",
            "flickr",
            "freshbooks",
            "github",
            "gitlab",
            "gitter",
            "gocardless",
            "grafana",
            "heroku",
            "hubspot",
            "intercom",
            "jenkins",
            "jfrog",
            "kraken",
            "kucoin",
            "launchdarkly",
            "linkedin",
            "looker",
            "mailchimp",
            "mailgun",
            "mapbox",
            "mattermost",
            "maxmind",
            "meraki",
            "messagebird",
            "netlify",
            "newrelic",
            "nytimes",
            "okta",
            "openai",
            "opsgenie",
            "pagerduty",
            "perplexity",
            "plaid",
            "planetscale",
            "privateai",
            "quay",
            "rapidapi",
            "sendbird",
            "sendgrid",
            "sentry",
            "shopify",
            "snyk",
            "sonar",
            "sourcegraph",
            "splunk",
            "squarespace",
            "stripe",
            "sumologic",
            "telegram",
            "travis",
            "trello",
            "twilio",
            "twitch",
            "twitter",
            "typeform",
            "vault",
            "yandex",
            "zendesk");

    private Vendors() {}

    /** Whether a vendor's name begins where one of the words does; {@code cameraKit} names no Meraki. */
    static boolean named(List<String> parts) {
        String joined = String.join("", parts);
        int start = 0;
        for (String part : parts) {
            int from = start;
            if (NAMES.stream().anyMatch(vendor -> joined.startsWith(vendor, from))) {
                return true;
            }
            start += part.length();
        }
        return false;
    }
}
