// deploy starts and watches deployments from a terminal.
package main

import (
	"fmt"
	"os"
)

func main() {
	if len(os.Args) < 3 {
		fmt.Fprintln(os.Stderr, "usage: deploy start|watch|rollback SERVICE")
		os.Exit(2)
	}
	fmt.Printf("%s %s\n", os.Args[1], os.Args[2])
}
