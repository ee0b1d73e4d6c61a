/** The JSON interface for people's tools and the page. */
@NullMarked
package io.flyball.console.api;

import org.jspecify.annotations.NullMarked;
