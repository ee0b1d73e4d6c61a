/** Where alerts come from: how each sender is set up, and how the body of one is mapped that has no code of its own. */
@NullMarked
package io.flyball.catalogue.sources;

import org.jspecify.annotations.NullMarked;
