/** The small web service that the demo breaks; it runs as a process of its own. */
@NullMarked
package io.flyball.cli.demo.site;

import org.jspecify.annotations.NullMarked;
