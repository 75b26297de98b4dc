package figure

func (p *parser) details() {}
