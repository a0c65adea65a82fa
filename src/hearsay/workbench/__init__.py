"""The workbench: a case in the browser, to read, to rule on and to hand on."""
