/** Classes with one fault each, for the tests of the rules on layers. */
package org.ezhili.planted;
