package similarity_test

import (
	"fmt"
	"time"

	"github.com/wirediff/wirediff/shingle"
	"github.com/wirediff/wirediff/similarity"
)

// Three outlets and two stories: the brief is cut from the wire copy.
func ExampleFind() {
	at := time.Date(2031, 3, 4, 9, 0, 0, 0, time.UTC)
	docs := []shingle.Document{
		{ID: "wire", Outlet: "Northline", Published: at, Title: "Ferry aground off Selby", Text: `The ferry Ida Brand ran aground off Selby on Tuesday with 214 people aboard, the coastguard said. ` +
			`Eleven passengers were taken to hospital with broken bones. ` +
			`"We were thrown across the car deck like luggage," said Tom Hale, a lorry driver from Corrie. ` +
			`The operator, Brand Line, said the ship had passed an inspection in January.`},
		{ID: "brief", Outlet: "Morning Echo", Published: at.Add(time.Hour), Title: "Ferry runs aground", Text: `The ferry Ida Brand ran aground off Selby on Tuesday with 214 people aboard, the coastguard said. ` +
			`Eleven passengers were taken to hospital with broken bones.`},
		{ID: "council", Outlet: "Morning Echo", Published: at, Title: "Council buys snow ploughs", Text: `Dunmore council voted by nine to four on Monday to buy six snow ploughs for 1.2 million crowns. ` +
			`The mayor, Ruth Anders, said that the old ones had been mended once too often.`},
	}
	result, err := similarity.Find(docs, similarity.Config{})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, cluster := range result.Clusters {
		fmt.Println("a story in", len(cluster.Members), "versions")
		for _, m := range cluster.Members {
			if m.Parent < 0 {
				fmt.Println(" ", m.ID)
			} else {
				fmt.Printf("  %s, %s from %s\n", m.ID, m.Relation, cluster.Members[m.Parent].ID)
			}
		}
	}
	// Output:
	// a story in 2 versions
	//   wire
	//   brief, excerpt from wire
	// a story in 1 versions
	//   council
}

func ExampleRelate() {
	wire := shingle.Parse(shingle.Document{ID: "wire", Text: `The ferry Ida Brand ran aground off Selby with 214 people aboard, the coastguard said. Eleven were hurt.`})
	copied := shingle.Parse(shingle.Document{ID: "copy", Text: `The ferry Ida Brand ran aground off Selby with 241 people aboard, the coastguard said. Eleven were hurt.`})
	relation, _ := similarity.Relate(wire, copied)
	fmt.Println(relation)
	// Output: light-edit
}
