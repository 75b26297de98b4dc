package figure

func (p *parser) eventsOf() {}
func (p *parser) details()  {}
