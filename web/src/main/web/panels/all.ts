/** Every kind of panel; a new one is a file that registers it, and a line here. */
import './race-panels.js';
import './session-panels.js';
import './stint-panels.js';
import './analysis-panels.js';
import './corner-panels.js';
