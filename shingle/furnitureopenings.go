package shingle

// openingRows hold the rules by role, a line each: the words, and behind … what
// else must be in the paragraph, behind $ how it must end. Punctuation is
// parted by spaces, # is any number.
//
// The words are those that begin furniture and hardly ever a sentence of a
// story; where a sentence could begin so, a colon, a number or a second phrase
// is asked for.
var openingRows = []struct {
	role Role
	most int
	why  string
	rows string
}{
	{Byline, 80, "writers and editors, at the end of agency copy", `
		( reporting
		( writing by
		( editing by
		( additional reporting
		( compiled by
		( by … edited
		( by … editing
		reporting by … edit
		reporting by … writing by
		additional reporting by
		writing by … edit
		edited by
		words by
		compiled by
		text : … with
		written by
		with reporting by
		with reporting from
		with additional reporting
		with a report from
		with files from
		with inputs from
		( with inputs
		( with agency inputs
		contact this reporter
		contact the reporter
		contact the author
		reach her at
		reach him at
		reach them at
		staff reporter … wrote this story`},
	{Credit, 40, "where the story came from", `
		this report by … published
		this story was originally published
		this article was originally published
		this story was first published
		this article was first published
		this story first appeared
		this article first appeared
		this story originally appeared
		this article originally appeared
		the following story was first published
		the following article was first published
		originally published
		republished with permission
		this article is republished
		this story is republished
		source : `},
	{Caption, 90, "a picture's label", `
		photo :
		photos :
		file photo
		image :
		picture :
		pictured :
		caption :
		in this photo
		in this image
		in this undated
		in this file
		[ image
		[ photo
		[ picture
		[ video
		[ map
		[ graphic
		[ graphics
		[ interactive
		[ chart
		[ audio
		[ gallery
		[ slideshow
		[ watch
		[ embed
		( photo
		( image
		( picture
		( stock chart
		( chart :
		( graphic :
		( map :
		( video :
		( file photo
		camera icon
		file -
		video :
		map :
		graphic :
		infographic :
		photo by
		photos by
		photo courtesy
		photo credit
		image credit
		picture by
		photograph by
		view image in
		image source
		image caption
		media caption
		camera iconthe`},
	{Promo, 60, "links to other stories and asks of the reader", `
		read more :
		read more about
		read more on
		read more
		read also :
		read also
		also read :
		also read
		read next
		read full
		related :
		related posts
		related articles
		related article
		related stories
		related story
		related coverage
		related content
		related news
		related topics
		see also :
		see also
		see more
		more :
		more from
		more on this
		more news :
		more stories
		more business news
		more local news
		more world news
		more sports news
		trending :
		trending now
		trending tickers
		trending stories
		premium :
		must read :
		most read
		most popular
		most viewed
		most shared
		recommended for you
		recommended stories
		recommended reading
		you may also
		you might also
		don't miss :
		don't miss
		watch :
		watch live :
		watch now
		listen :
		listen now
		story continues
		article continues
		continue reading
		continues below
		advertisement
		ad feedback
		sponsored content
		sponsored by
		promoted
		share this
		share :
		share on
		share via
		follow us
		like us on
		find us on
		join the conversation
		join our
		join us on
		download our
		download the
		get the latest … inbox
		get the latest … sign up
		get the latest … newsletter
		get the latest … app
		get unlimited
		get local news
		get breaking news
		get our … newsletter
		get our … app
		be the first to know
		never miss
		want more
		stay up to date
		stay informed
		support … journalism
		support … subscribe
		our journalism is
		become a member
		become a subscriber
		become a supporter
		already a subscriber
		already have an account
		log in to
		register to
		register now
		register for free
		create a free account
		create an account
		click here
		tap here
		click to
		view comments
		show comments
		leave a reply
		leave a comment
		leave your comment
		comments are closed
		comments ( #
		# comments
		# comment
		# shares
		no comments
		tags :
		topics :
		filed under
		our live coverage
		follow our live
		follow live
		refresh for
		for more coverage
		for more stories
		for more news
		for more on
		for more information , … visit
		for a full list of
		for the latest … visit
		for the latest … follow
		for the latest … download
		enjoyed this
		if you enjoyed
		to read more
		to subscribe
		subscribe to
		subscribe :
		subscribe now
		subscribe today
		subscribe for
		subscribe from
		subscribe $ subscribe 
		subscribers can … by
		sign up for
		sign up to
		sign up :
		sign up now
		sign up today
		sign up here
		sign up $ sign up 
		newsletter :
		newsletters :
		unlock this
		did you see this … tip
		tip us
		donate now
		donate :
		our standards :
		purchase licensing rights
		acquire licensing rights
		special offer
		limited time offer
		thank you for reading
		thanks for reading
		this article is for subscribers
		this article is free
		subscribers only
		subscriber exclusive
		to continue reading
		keep reading
		got a tip
		have a tip
		have you been affected
		get in touch … @
		ad $ ad 
		sponsored $ sponsored 
		also in the news
		in other news :
		top stories $ stories 
		latest news $ news 
		latest stories $ stories 
		what to read next
		load more $ more 
		show more $ more 
		was this article helpful
		have your say
		comments $ comments 
		join # subscribers
		gallery :
		in pictures :
		support us`},
	{Notice, 90, "what the page says of itself", `
		copyright #
		copyright :
		copyright ©
		copyright ( c )
		©
		( c ) #
		( c ) … rights
		( copyright
		we use cookies
		this site uses cookies
		this website uses cookies
		cookies help us
		by continuing to … cookie
		by using this site
		by clicking
		all rights reserved
		reading time
		estimated reading
		estimated read
		# min read
		# min to read
		# minute read
		# minutes read
		# mins read
		date # … reading time
		disclaimer :
		the views expressed
		the opinions expressed
		views expressed in
		opinions expressed in
		this material may not
		this article contains affiliate
		( only the headline
		( this story has not been
		( except for the headline
		except for the headline
		all times are
		all times in
		all times given
		more news to follow
		more to follow
		more to come
		more follows
		this is a breaking news
		this is a developing
		this story is developing
		developing story
		breaking news : more
		check back for
		please check back
		please refresh
		this story has been updated
		this article has been updated
		this story will be updated
		this article will be updated`},
	{Notice, 90, "what a paper says of its own corrections", `
		correction :
		corrected :
		clarification :
		editor's note : … correct
		editor's note : … updat
		editor's note : … earlier version
		this story has been corrected
		this article has been corrected
		this article has been amended
		this article was amended
		this story was corrected
		this article was corrected
		an earlier version of this article
		an earlier version of this story
		a previous version of this article
		a previous version of this story`},
	{Notice, 40, "what a desk says of a new lead, in brackets all of it", `
		( adds $ ) 
		( updates $ ) 
		( recasts $ ) 
		( corrects $ ) 
		( repeats $ ) 
		( refiles $ ) 
		( rewrites $ ) 
		( releads $ ) 
		( fixes $ ) 
		( removes $ ) `},
	{FAQ, 8, "a heading over questions and answers, or over points that tell the story again", `
		frequently asked
		faqs $ faqs 
		faq $ faq 
		faqs about
		faq :
		faqs :
		key takeaways
		key takeaway
		key points
		key facts $ key facts 
		# key takeaways
		# key points
		# takeaways
		main takeaways
		at a glance $ glance 
		the key points
		quick recap
		tl ; dr
		tldr
		highlights $ highlights `},
}
