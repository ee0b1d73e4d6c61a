/** What runs here, told by its owner in files: which environment and tenant a thing belongs to is read here and nowhere else. */
@NullMarked
package io.flyball.catalogue.inventory;

import org.jspecify.annotations.NullMarked;
