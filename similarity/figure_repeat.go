package similarity

// repeats are the facts of a title or a caption with the body's fact that
// they are a reading of, within one article: pairs of the body's fact and the
// other. A fact of the body may be repeated more than once.
func (t *figureText) repeats() [][2]fact {
	p := t.parts()
	if len(p.title)+len(p.beside) == 0 {
		return nil
	}
	self := newPairing(t, t, nil)
	var out [][2]fact
	for _, group := range [][]fact{p.title, p.beside} {
		for _, f := range group {
			best, bestPoints := fact(nil), 0.0
			for _, body := range p.body {
				points, ok := self.score(body, f)
				if ok && sameReading(body, f) {
					points += repeatBonus + pairBar - titleBar
				}
				if ok && points > bestPoints {
					best, bestPoints = body, points
				}
			}
			if best != nil && bestPoints >= pairBar {
				out = append(out, [2]fact{best, f})
			}
		}
	}
	return out
}
