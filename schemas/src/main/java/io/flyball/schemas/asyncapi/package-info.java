/** Draws the documents that tell others about the topics: {@code docs/asyncapi.yaml} and a page for people. Not packaged. */
@NullMarked
package io.flyball.schemas.asyncapi;

import org.jspecify.annotations.NullMarked;
